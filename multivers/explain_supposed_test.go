package multivers

// supposed is what IIS supposes below a status, and what it advises: words of other errors stand in it.
var supposed = map[string][2]string{
	"500.19": {"The worker process is unable to read the applicationHost.config or web.config file. There is malformed XML in the file. The server cannot access the file because of incorrect NTFS permissions.", "Look in the event logs. Verify the permissions for the web.config file."},
	"500.21": {"Managed handler is used; however, ASP.NET is not installed or is not installed completely. There is a typographical error in the configuration for the handler module list.", "Install ASP.NET. Ensure that the handler module's name is specified correctly: module names are case-sensitive."},
	"500.22": {"This application defines configuration in the system.web/httpModules section.", "Migrate the configuration to the system.webServer/modules section. Else set validateIntegratedModeConfiguration to false, or move the application to the Classic .NET AppPool."},
	"500.23": {"This application defines configuration in the system.web/httpHandlers section.", "Migrate the configuration to the system.webServer/handlers section. Else set validateIntegratedModeConfiguration to false, or move the application to the Classic .NET AppPool."},
	"500.24": {"system.web/identity@impersonate is set to true.", "If the application supports it, disable client impersonation. Else set validateIntegratedModeConfiguration to false, or move the application to the Classic .NET AppPool."},
	"500.0":  {"IIS was not able to access the web.config file for the Web site or application. This can occur if the NTFS permissions are set incorrectly.", "Ensure that the NTFS permissions for the web.config file are correct. Check the event logs."},
	"401.1":  {"The username supplied to IIS is invalid. The password supplied to IIS was not typed correctly.", "Verify that the anonymous account is not locked out or expired."},
	"401.2":  {"No authentication protocol (including anonymous) is selected in IIS.", "Verify the authentication setting for the resource and request it with that authentication method."},
	"401.3":  {"The user authenticated by the Web server does not have permission to open the file on the file system.", "Open File Explorer and check the ACLs for the file that is being requested."},
	"403.6":  {"The IP address is on a deny list.", "Verify that the address is not denied in the ipSecurity section of the configuration file."},
	"403.14": {"A default document is not configured for the requested URL, and directory browsing is not enabled on the server.", "Verify that system.webServer/directoryBrowse@enabled is set to true in the site or application configuration file."},
	"404.0":  {"The directory or file specified does not exist on the Web server. The URL contains a typographical error.", "Create the content on the Web server. Review the browser URL."},
	"404.3":  {"It is possible that a handler mapping is missing. By default, the static file handler processes all content.", "In system.webServer/handlers, ensure that the expected handler for the current page is mapped. Install the .NET Extensibility feature."},
	"404.8":  {"Request filtering is configured to deny a path in the URL that contains a hiddenSegment section.", "Verify the system.webServer/security/requestFiltering/hiddenSegments settings."},
	"404.17": {"The request matched a wildcard mime map. The request is mapped to the static file handler.", "If you want to serve this content as a static file, add an explicit MIME map."},
	"502.3":  {"The CGI process has exceeded its time limit, or the server that was routed to did not answer.", "Check the health of the server behind."},
	"503.0":  {"The application pool is stopped or disabled.", "Check the event logs for why the pool was disabled."},
}
