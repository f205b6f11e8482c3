using System.Diagnostics;
using System.Globalization;

namespace Clientele.Host.Tests.Sending;

/// <summary>A real mail server in a process of its own (Debian's python3-aiosmtpd), which keeps what it took.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-smtp-").FullName;

    private SmtpServer(double thinking)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Sending", "smtp_server.py"));
        start.ArgumentList.Add(_folder);
        start.ArgumentList.Add(thinking.ToString(CultureInfo.InvariantCulture));
        _process = Process.Start(start)!;
    }

    public int Port { get; private set; }

    /// <summary>Every message it took, in order.</summary>
    public IReadOnlyList<string> Messages => [.. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The python that has the server; <see langword="null"/> on a machine without it.</summary>
    public static string? Installed { get; } = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(HasServer);

    private static string Python => Installed!;

    public static async Task<SmtpServer> StartAsync(double thinking = 0)
    {
        var server = new SmtpServer(thinking);
        server.Port = int.Parse((await server._process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>Waits until it took one message more.</summary>
    public Task<string?> TookAsync() => _process.StandardOutput.ReadLineAsync();

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
        {
            _process.Kill();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool HasServer(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python) { ArgumentList = { "-c", "import aiosmtpd.smtp" }, RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A fact that needs a mail server; skipped, and said so, where none is installed.</summary>
internal sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute()
    {
        if (SmtpServer.Installed is null)
        {
            Skip = "needs Debian's python3-aiosmtpd, which .ci/run installs";
        }
    }
}
