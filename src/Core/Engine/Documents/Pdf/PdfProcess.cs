using System.Diagnostics;

namespace Clientele.Documents;

/// <summary>A program that was started, with a folder of its own; disposing it leaves neither.</summary>
internal sealed class PdfProcess : IAsyncDisposable
{
    private PdfProcess(Process process, DirectoryInfo folder)
    {
        Running = process;
        Folder = folder.FullName;
    }

    /// <summary>The process.</summary>
    public Process Running { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments, which may name the folder.</param>
    /// <exception cref="ClienteleException">It cannot be started (<see cref="ErrorCodes.PdfFailed"/>).</exception>
    public static PdfProcess Start(string program, Func<string, IEnumerable<string>> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-pdf-");
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
        foreach (var argument in arguments(folder.FullName))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("nothing was started");
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return new PdfProcess(process, folder);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            folder.Delete(recursive: true);
            throw new ClienteleException(ErrorCodes.PdfFailed, $"'{program}' cannot be started: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            Running.Kill(entireProcessTree: true);
            await Running.WaitForExitAsync().ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        Running.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A child that is still ending may write a last file; the system clears its temporary folder.
        }
    }
}
