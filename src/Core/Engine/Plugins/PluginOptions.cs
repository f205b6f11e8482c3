using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clientele.Plugins;

/// <summary>Where plugins are looked for, and how they are loaded.</summary>
public sealed record PluginOptions
{
    /// <summary>The key of <see cref="Grants"/> that stands for every plugin.</summary>
    public const string Everybody = "*";

    /// <summary>The directories whose sub-folders are plugins. The same plugin in two of them is an error, not a choice.</summary>
    public IReadOnlyList<string> Directories { get; init; } = [];

    /// <summary>Whether a directory that does not exist is an error, as it should be when somebody named it.</summary>
    /// <value>The default is <see langword="false"/>: it is noted, and holds no plugins.</value>
    public bool RequireDirectories { get; init; }

    /// <summary>Whether plugins can be unloaded. Ask for it only where they will be: it was measured 5 times slower to load and 3 times slower to call.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Collectible { get; init; }

    /// <summary>A directory for copies of the plugins, from which they are then loaded. Ask for it where plugins may be replaced while the process runs: a loaded file that is overwritten in place can kill the process.</summary>
    /// <value>The default is <see langword="null"/>: plugins are loaded from where they are.</value>
    public string? ShadowDirectory { get; init; }

    /// <summary>Whom the host trusts to publish plugins.</summary>
    public PluginTrust Trust { get; init; } = new();

    /// <summary>How much patience the host has with plugins.</summary>
    public PluginLimits Limits { get; init; } = new();

    /// <summary>The clock that time limits are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The ids of plugins to leave out.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>What the operator sets for plugins: by plugin, the name and the value of each setting, numbers and days in invariant form; <see langword="null"/> where what is written is no single value.</summary>
    /// <value>Empty by default: every setting has its default. Read each time a plugin is loaded, so that a change takes effect when it is loaded again.</value>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Settings { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The capabilities granted, by plugin; those under <see cref="Everybody"/> are granted to all. A plugin has what its manifest declares <b>and</b> is granted here.</summary>
    /// <value>The default is <see langword="null"/>: whoever put a plugin into the directory agreed to what its manifest declares.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Grants { get; init; }

    /// <summary>Where what plugins log goes. The categories are their ids.</summary>
    /// <value>The default is nowhere.</value>
    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    /// <summary>What plugins with the capability may do with the facts.</summary>
    /// <value>The default is <see langword="null"/>: there are no facts, as when plugins are only listed. <see cref="Crm"/> puts its own here.</value>
    public IPluginFacts? Facts { get; init; }

    /// <summary>The levels of the contract's vocabulary that this host offers; with each plugin the highest common one is agreed on.</summary>
    /// <value>The default is 1 alone.</value>
    public IReadOnlyList<int> ApiLevels { get; init; } = [1];

    /// <summary>The version of the contract that plugins are held against.</summary>
    /// <value>The default is the version of the <c>Clientele.Abstractions</c> in use. A pre-release counts as its release.</value>
    public string ContractVersion { get; init; } = VersionOf(typeof(IPlugin).Assembly);

    /// <summary>Looks at the plugins as they would be; only a plan does.</summary>
    internal PluginSelection? Selection { get; init; }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version!.ToString(3);
}
