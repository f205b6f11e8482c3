namespace Clientele.Plugins;

/// <summary>Keeps paths that a plugin states inside the plugin's folder.</summary>
internal static class PluginPath
{
    /// <summary>Why a relative path cannot be accepted as written, on any operating system; <see langword="null"/> when it can.</summary>
    public static string? Refusal(string path, string extension)
    {
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal))
        {
            return "holds a backslash, a colon or a zero";
        }

        if (path.StartsWith('/') || path.StartsWith('~'))
        {
            return "is not relative to the plugin's folder";
        }

        if (path.Split('/').Any(part => part is ".." or ""))
        {
            return "leads out of the plugin's folder";
        }

        return path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? null : $"does not end in {extension}";
    }

    /// <summary>Whether a file, with every link on the way to it followed, lies inside a folder.</summary>
    public static bool IsInside(string folder, string file)
    {
        // The separator at the end matters: /plugins/plugEvil begins with /plugins/plug and is not inside it.
        var root = Path.TrimEndingDirectorySeparator(Real(folder)) + Path.DirectorySeparatorChar;
        return Real(file).StartsWith(root, StringComparison.Ordinal);
    }

    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = File.ResolveLinkTarget(next, returnFinalTarget: true) is { } target ? Real(target.FullName) : next;
        }

        return real;
    }
}
