namespace Clientele.Documents;

/// <summary>Finds a program that prints PDFs.</summary>
internal static class PdfPrograms
{
    /// <summary>The environment variable that names the program.</summary>
    public const string Variable = "CLIENTELE_PDF_PROGRAM";

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "chrome-headless-shell"];
    private static readonly string[] Offices = ["soffice", "libreoffice"];

    private static readonly string[] KnownPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/snap/bin/chromium",
        "/opt/libreoffice/program/soffice",
        @"C:\Program Files\LibreOffice\program\soffice.exe",
    ];

    /// <summary>The program that is named, or else by the environment, or else the first that is installed: a browser before an office.</summary>
    /// <exception cref="ClienteleException">There is none (<see cref="ErrorCodes.PdfProgramMissing"/>).</exception>
    public static IPdfProgram Find(string? named)
    {
        var stated = string.IsNullOrWhiteSpace(named) ? Environment.GetEnvironmentVariable(Variable) : named;
        var path = string.IsNullOrWhiteSpace(stated) ? Installed().FirstOrDefault() : OnPath(stated) ?? (File.Exists(stated) ? stated : null);
        if (path is not null)
        {
            return IsOffice(path) ? new LibreOffice(path) : new Chromium(path);
        }

        throw new ClienteleException(ErrorCodes.PdfProgramMissing, string.IsNullOrWhiteSpace(stated)
            ? $"PDF needs Chromium or LibreOffice, and neither was found. Install one (on Debian: apt-get install chromium, or libreoffice-writer-nogui), or name its program in {Variable}."
            : $"'{stated}', which is to print PDFs, is not installed. Correct the setting or {Variable}, or remove it to have a program looked for.");
    }

    private static bool IsOffice(string path) => Path.GetFileNameWithoutExtension(path).Contains("office", StringComparison.OrdinalIgnoreCase);

    // The pipe by which we speak to a browser cannot be handed to it on Windows.
    private static IEnumerable<string> Installed() =>
        [.. (OperatingSystem.IsWindows() ? [] : Browsers).Concat(Offices).Select(OnPath).OfType<string>(), .. KnownPlaces.Where(File.Exists)];

    private static string? OnPath(string name) =>
        Path.GetFileName(name) != name ? null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => OperatingSystem.IsWindows() ? new[] { Path.Combine(folder, name + ".exe"), Path.Combine(folder, name) } : [Path.Combine(folder, name)])
            .FirstOrDefault(File.Exists);
}
