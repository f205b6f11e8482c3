using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>What the files that the build wrote beside an assembly say: its frameworks, the machine it is for, and the files it needs.</summary>
internal sealed record BuildFiles
{
    /// <summary>The shared frameworks it asks for, with their versions.</summary>
    public IReadOnlyList<(string Name, string Version)> Frameworks { get; init; } = [];

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

    private static List<(string, string)> FrameworksOf(JsonElement config)
    {
        var options = config.GetProperty("runtimeOptions");
        var frameworks = options.TryGetProperty("frameworks", out var many) ? many.EnumerateArray().ToList() : [];
        if (options.TryGetProperty("framework", out var one))
        {
            frameworks.Add(one);
        }

        return [.. frameworks.Select(framework => (framework.GetProperty("name").GetString()!, framework.GetProperty("version").GetString()!))];
    }

    private static BuildFiles Targets(BuildFiles files, JsonElement deps)
    {
        var target = deps.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var listed = new List<string>();
        foreach (var library in deps.GetProperty("targets").GetProperty(target).EnumerateObject())
        {
            // Files of a package keep their path inside the package there, and lie in the folder itself when they are not for one machine only.
            if (library.Value.TryGetProperty("runtime", out var runtime))
            {
                listed.AddRange(runtime.EnumerateObject().Select(file => Path.GetFileName(file.Name)));
            }

            if (library.Value.TryGetProperty("runtimeTargets", out var specific))
            {
                listed.AddRange(specific.EnumerateObject().Select(file => file.Name));
            }
        }

        return files with { RuntimeIdentifier = target.Contains('/', StringComparison.Ordinal) ? target[(target.IndexOf('/', StringComparison.Ordinal) + 1)..] : "", Files = listed };
    }
}
