using System;
using System.IO;
using System.Xml;

// Judges documents, one a line in base64, as .NET's XmlTextReader does: "yes", or "no", the line and the reason.
static class Reader {
	static void Main() {
		using (var answers = new StreamWriter(Console.OpenStandardOutput()))
			for (string line; (line = Console.ReadLine()) != null;) answers.WriteLine(Judge(Convert.FromBase64String(line)));
	}

	static string Judge(byte[] document) {
		XmlTextReader reader = null;
		try {
			reader = new XmlTextReader(new MemoryStream(document));
			reader.DtdProcessing = DtdProcessing.Prohibit;
			reader.XmlResolver = null;
			// Else it would look at no reference to a character, and at no name of an entity.
			reader.Normalization = true;
			reader.EntityHandling = EntityHandling.ExpandEntities;
			while (reader.Read()) {}
			return "yes";
		} catch (Exception e) { // of XML, or of the encoding
			return "no " + (reader == null ? 1 : reader.LineNumber) + " " + e.Message.Replace('\n', ' ').Replace('\r', ' ');
		}
	}
}
