using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>What the files that the build wrote beside an assembly say: its frameworks, the machine it is for, and the files it needs.</summary>
internal sealed record BuildFiles
{
    /// <summary>The shared frameworks it asks for, with their versions.</summary>
    public IReadOnlyList<FrameworkNeed> Frameworks { get; init; } = [];

    /// <summary>The runtime identifier it was built for, such as <c>linux-x64</c>; empty for any.</summary>
    public string RuntimeIdentifier { get; init; } = "";

    /// <summary>The files of its private libraries, as the build listed them.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Reads <c>.runtimeconfig.json</c> and <c>.deps.json</c> beside an assembly; either may be absent.</summary>
    /// <exception cref="JsonException">A file is not JSON of the expected shape.</exception>
    public static BuildFiles Read(string assembly)
    {
        var files = new BuildFiles();
        try
        {
            if (Parse(Path.ChangeExtension(assembly, ".runtimeconfig.json")) is { } config)
            {
                using (config)
                {
                    files = files with { Frameworks = FrameworksOf(config.RootElement) };
                }
            }

            if (Parse(Path.ChangeExtension(assembly, ".deps.json")) is { } deps)
            {
                using (deps)
                {
                    files = Targets(files, deps.RootElement);
                }
            }
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw new JsonException(error.Message, error);
        }

        return files;
    }

    private static JsonDocument? Parse(string path) => File.Exists(path) ? JsonDocument.Parse(File.ReadAllBytes(path)) : null;

    private static List<FrameworkNeed> FrameworksOf(JsonElement config)
    {
        var options = config.GetProperty("runtimeOptions");
        var found = new List<FrameworkNeed>();
        if (options.TryGetProperty("framework", out var one))
        {
            found.Add(Need(one));
        }

        if (options.TryGetProperty("frameworks", out var many))
        {
            foreach (var framework in many.EnumerateArray())
            {
                found.Add(Need(framework));
            }
        }

        return found;

        static FrameworkNeed Need(JsonElement framework) => new(framework.GetProperty("name").GetString()!, framework.GetProperty("version").GetString()!);
    }

    private static void Add(JsonElement library, string section, Func<string, string> path, List<string> listed)
    {
        if (library.TryGetProperty(section, out var files))
        {
            foreach (var file in files.EnumerateObject())
            {
                listed.Add(path(file.Name));
            }
        }
    }

    private static BuildFiles Targets(BuildFiles files, JsonElement deps)
    {
        var target = deps.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var listed = new List<string>();
        foreach (var library in deps.GetProperty("targets").GetProperty(target).EnumerateObject())
        {
            // Files of a package keep their path inside the package there, and lie in the folder itself when they are not for one machine only.
            Add(library.Value, "runtime", file => Path.GetFileName(file)!, listed);
            Add(library.Value, "runtimeTargets", file => file, listed);
        }

        return files with { RuntimeIdentifier = target.Contains('/', StringComparison.Ordinal) ? target[(target.IndexOf('/', StringComparison.Ordinal) + 1)..] : "", Files = listed };
    }
}

/// <summary>A shared framework that a plugin asks for.</summary>
internal sealed record FrameworkNeed(string Name, string Version);
