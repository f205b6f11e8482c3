namespace Clientele.Plugins;

/// <summary>Another plugin that a plugin needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Range">The versions that will do, in NuGet notation such as <c>[1.0,2.0)</c>.</param>
/// <param name="Optional">Whether the plugin also runs without it.</param>
public sealed record PluginDependency(string Id, string Range, bool Optional = false);

/// <summary>What <c>plugin.json</c> says of a plugin. It can be read and judged without running any of the plugin's code.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PluginManifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "plugin.json";

    /// <summary>The newest schema this version reads.</summary>
    public const int NewestSchema = 1;

    /// <summary>The id: lower-case words of letters and digits joined by dots and hyphens, such as <c>clientele.real-estate</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, a semantic version such as <c>1.4.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The name in both languages.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Who publishes it; empty where it says nothing.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The first part of every name the plugin registers.</summary>
    public required string Prefix { get; init; }

    /// <summary>The assembly with the entry type, relative to the plugin's folder.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>The full name of the class that implements <see cref="IPlugin"/>.</summary>
    public required string EntryType { get; init; }

    /// <summary>The versions of <c>Clientele.Abstractions</c> it works with, in NuGet notation, with an upper bound.</summary>
    public required string Contract { get; init; }

    /// <summary>The plugins it needs.</summary>
    public IReadOnlyList<PluginDependency> Dependencies { get; init; } = [];

    /// <summary>File names of its assemblies that plugins depending on it may use as well.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>What it asks to be allowed, such as <c>crm.clients.read</c>; see <see cref="PluginCapabilities"/>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The levels of the contract's vocabulary that it can work with, where it can work with more than the first.</summary>
    /// <value>The default is 1 alone.</value>
    public IReadOnlyList<int> ApiLevels { get; init; } = [1];

    /// <summary>What kind of client relationship management it is and which process it serves; see <see cref="TaggedPart.Tags"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The ids of plugins that should come after it where both are there; a dependency weighs more.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The ids of plugins that should come before it where both are there; a dependency weighs more.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
}
