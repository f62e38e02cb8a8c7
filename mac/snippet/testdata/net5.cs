// What .NET 5 has and mono lacks, enough of it to run a snippet: a handler that
// sends each header in the charset that it is told.
using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace System.Text
{
    public class CodePagesEncodingProvider : EncodingProvider
    {
        public static readonly CodePagesEncodingProvider Instance = new CodePagesEncodingProvider();
        public override Encoding GetEncoding(int page) { return null; } // mono has them
        public override Encoding GetEncoding(string name) { return null; }
    }
}

namespace System.Net.Http
{
    using System.Text;

    public delegate Encoding HeaderEncodingSelector<T>(string headerName, T context);

    public class SocketsHttpHandler : HttpMessageHandler
    {
        public bool AllowAutoRedirect;
        public HeaderEncodingSelector<HttpRequestMessage> RequestHeaderEncodingSelector;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            var head = new MemoryStream();
            Action<string, Encoding> write = (text, encoding) => { var bytes = encoding.GetBytes(text); head.Write(bytes, 0, bytes.Length); };
            write(request.Method + " " + request.RequestUri.PathAndQuery + " HTTP/1.0\r\nHost: " + request.RequestUri.Authority + "\r\n", Encoding.ASCII);
            foreach (var header in request.Headers)
                write(header.Key + ": " + string.Join(", ", header.Value) + "\r\n", RequestHeaderEncodingSelector(header.Key, request));
            var body = request.Content == null ? new byte[0] : await request.Content.ReadAsByteArrayAsync();
            if (request.Content != null) write("Content-Type: " + request.Content.Headers.ContentType + "\r\nContent-Length: " + body.Length + "\r\n", Encoding.ASCII);
            write("\r\n", Encoding.ASCII);
            head.Write(body, 0, body.Length);
            using (var connection = new TcpClient(request.RequestUri.Host, request.RequestUri.Port))
            {
                connection.GetStream().Write(head.ToArray(), 0, (int)head.Length);
                var latin1 = Encoding.GetEncoding("ISO-8859-1"); // every byte as it is
                var answer = new StreamReader(connection.GetStream(), latin1).ReadToEnd().Split(new[] { "\r\n\r\n" }, 2, StringSplitOptions.None);
                var status = (HttpStatusCode)int.Parse(answer[0].Split(' ')[1]);
                return new HttpResponseMessage(status) { Content = new ByteArrayContent(latin1.GetBytes(answer[1])) };
            }
        }
    }
}
