using System.Security.Cryptography;

namespace Clientele.Plugins;

/// <summary>Copies whole plugins aside and loads from the copies: the originals can then be replaced while they run.</summary>
/// <remarks>
/// Loading from the original has two dangers that were measured: Windows locks the file, and on Linux whoever truncates it kills the process.
/// Each process has a directory of its own with a lock held open in it; a directory whose lock is free was left by a crash and is deleted.
/// </remarks>
internal sealed class ShadowStore : IDisposable
{
    private const string LockName = ".in-use";
    private const long MostBytes = 512L * 1024 * 1024;

    private readonly string _root;
    private readonly FileStream _lock;
    private int _copies;

    public ShadowStore(string directory)
    {
        Directory.CreateDirectory(directory);
        DeleteAbandoned(directory);
        _root = Directory.CreateDirectory(Path.Combine(directory, Path.GetRandomFileName())).FullName;
        _lock = new FileStream(Path.Combine(_root, LockName), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Copies a plugin's folder, hashing as it goes.</summary>
    /// <returns>The copy, and the SHA-256 of each file by its path with forward slashes.</returns>
    /// <exception cref="IOException">A file cannot be read, is a link out of the folder, or the folder is too large.</exception>
    public (string Folder, IReadOnlyDictionary<string, string> Hashes) Copy(string folder)
    {
        var target = Path.Combine(_root, $"{Interlocked.Increment(ref _copies)}", Path.GetFileName(folder));
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        long total = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            total += new FileInfo(file).Length;
            if (total > MostBytes)
            {
                throw new IOException($"The folder is larger than {MostBytes / 1024 / 1024} MB.");
            }

            if (!PluginPath.IsInside(folder, file))
            {
                throw new IOException($"The file '{Path.GetRelativePath(folder, file)}' is a link out of the folder.");
            }

            var relative = Path.GetRelativePath(folder, file);
            hashes.Add(relative.Replace(Path.DirectorySeparatorChar, '/'), CopyFile(file, Path.Combine(target, relative)));
        }

        return (target, hashes);
    }

    public static void Delete(string copy)
    {
        try
        {
            Directory.Delete(copy, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a loaded file locked; the next start finds the directory abandoned and deletes it.
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        Delete(_root);
    }

    private static string CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var source = File.OpenRead(from);
        using var target = File.Create(to);
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void DeleteAbandoned(string directory)
    {
        foreach (var copy in Directory.EnumerateDirectories(directory).Where(copy => File.Exists(Path.Combine(copy, LockName))))
        {
            try
            {
                new FileStream(Path.Combine(copy, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                Delete(copy);
            }
            catch (IOException)
            {
                // Somebody else is running from it.
            }
        }
    }
}
