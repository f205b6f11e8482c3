using System.Text.Json.Serialization;
using Clientele.Plugins;

namespace Clientele.Host.Workspaces;

/// <summary>What to do with plugins that nobody known has signed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrustPolicy>))]
internal enum TrustPolicy
{
    /// <summary>They run, and nothing is said.</summary>
    [JsonStringEnumMemberName("development")]
    Development,

    /// <summary>They run, with a warning.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,

    /// <summary>They do not run.</summary>
    [JsonStringEnumMemberName("require")]
    Require,
}

/// <summary>Whom a workspace trusts to publish plugins.</summary>
internal sealed record TrustSettings
{
    /// <summary>The host's own setting: it can make a workspace's policy stricter, never looser.</summary>
    public const string Variable = "CLIENTELE_PLUGIN_TRUST";

    public TrustPolicy Policy { get; set; } = TrustPolicy.Allow;

    public IReadOnlyList<TrustedKey> Keys { get; set; } = [];

    /// <summary>The ids of the only plugins that may run; empty for all.</summary>
    public IReadOnlyList<string> Allowed { get; set; } = [];

    public PluginTrust ToTrust(string folder) => new()
    {
        WhenUnsigned = Stricter(Policy, Environment.GetEnvironmentVariable(Variable)) switch
        {
            TrustPolicy.Require => UnsignedPlugins.Refuse,
            TrustPolicy.Allow => UnsignedPlugins.Warn,
            _ => UnsignedPlugins.Accept,
        },
        OwnDirectories = [Workspace.OwnPlugins],
        Keys = [.. Keys.Select(key => key.ToKey(folder))],
        Allowed = Allowed,
    };

    /// <summary>The stricter of a workspace's policy and the host's.</summary>
    internal static TrustPolicy Stricter(TrustPolicy policy, string? host) =>
        string.IsNullOrEmpty(host) ? policy
        : Enum.TryParse<TrustPolicy>(host, ignoreCase: true, out var stated) && Enum.IsDefined(stated) ? (TrustPolicy)Math.Max((int)policy, (int)stated)
        : throw new ClienteleException(ErrorCodes.WorkspaceInvalid, $"The environment variable {Variable} is '{host}'; set it to require, allow or development, or remove it.");
}

/// <summary>A publisher's public key, in a PEM file named relative to the workspace.</summary>
internal sealed record TrustedKey(string Id, string Publisher, string File, bool Revoked = false)
{
    public PublisherKey ToKey(string folder)
    {
        var path = Path.GetFullPath(File, folder);
        return System.IO.File.Exists(path)
            ? new PublisherKey(Id, Publisher, System.IO.File.ReadAllText(path), Revoked)
            : throw new ClienteleException(ErrorCodes.WorkspaceInvalid, $"The key file '{path}' of '{Id}' does not exist; put the publisher's public key there, or correct trust.keys in {Workspace.SettingsFile}.");
    }
}
