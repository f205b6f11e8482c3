namespace Clientele.Plugins;

/// <summary>What to do with a plugin that nobody signed.</summary>
public enum UnsignedPlugins
{
    /// <summary>Run it and say nothing: whoever may write to the plugin directory is trusted.</summary>
    Accept,

    /// <summary>Run it and warn.</summary>
    Warn,

    /// <summary>Do not run it.</summary>
    Refuse,
}

/// <summary>A key that plugins may be signed with.</summary>
/// <param name="Id">The name of the key, as signatures give it.</param>
/// <param name="Publisher">Whose key it is.</param>
/// <param name="PublicKeyPem">The public ECDSA key on curve P-256, in PEM.</param>
/// <param name="Revoked">Whether the key must no longer be relied on.</param>
public sealed record PublisherKey(string Id, string Publisher, string PublicKeyPem, bool Revoked = false);

/// <summary>Whom the host trusts to publish plugins.</summary>
/// <remarks>Trust decides what is let in. It is no sandbox: a plugin that runs can do what the process can do.</remarks>
public sealed record PluginTrust
{
    /// <summary>What to do with unsigned plugins.</summary>
    /// <value>The default is <see cref="UnsignedPlugins.Accept"/>. A plugin that does carry hashes or a signature is always held against them.</value>
    public UnsignedPlugins WhenUnsigned { get; init; }

    /// <summary>Directories that belong to the application: whoever may write there could change the application itself, so plugins in them need no signature.</summary>
    public IReadOnlyList<string> OwnDirectories { get; init; } = [];

    /// <summary>The keys that are known.</summary>
    public IReadOnlyList<PublisherKey> Keys { get; init; } = [];

    /// <summary>The ids of the only plugins that may run; empty for all.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}
