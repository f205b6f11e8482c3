using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>Holds a plugin's files against its seal, and its seal against the keys the host knows.</summary>
internal static class TrustCheck
{
    public static void Run(Candidate candidate, PluginTrust trust)
    {
        if (trust.Allowed.Count > 0 && !trust.Allowed.Contains(candidate.Id, StringComparer.OrdinalIgnoreCase))
        {
            Reject(candidate, PluginCodes.NotAllowed, "It is not among the plugins that this host allows.", "Add its id to the allowed plugins.");
        }

        if (trust.OwnDirectories.Any(directory => PluginPath.IsInside(directory, candidate.Folder)))
        {
            trust = trust with { WhenUnsigned = UnsignedPlugins.Accept };
        }

        var path = Path.Combine(candidate.Files, PluginSeal.FileName);
        if (!File.Exists(path))
        {
            Unsigned(candidate, trust);
            return;
        }

        try
        {
            var seal = PluginSeal.Read(path);
            Identity(candidate, seal);
            Files(candidate, seal);
            candidate.Sealed = candidate.GoesOn;
            Signature(candidate, seal, trust);
        }
        catch (JsonException error)
        {
            Reject(candidate, PluginCodes.FileModified, $"Its {PluginSeal.FileName} cannot be read: {error.Message.TrimEnd('.')}.", "Install the plugin again.");
        }
    }

    private static void Identity(Candidate candidate, PluginSeal seal)
    {
        if (candidate.Manifest is { } manifest && (seal.Id != manifest.Id || seal.Version != manifest.Version))
        {
            Reject(candidate, PluginCodes.IdentityMismatch, $"Its seal is for {seal.Id} {seal.Version}, its manifest says {manifest.Id} {manifest.Version}.", "Install the plugin again from its publisher.");
        }
    }

    private static void Files(Candidate candidate, PluginSeal seal)
    {
        var hashes = candidate.Hashes.Count > 0 ? candidate.Hashes : FolderHashes.Of(candidate.Files);
        foreach (var (path, hash) in seal.Files)
        {
            if (!hashes.TryGetValue(path, out var found) || found != hash)
            {
                Reject(candidate, PluginCodes.FileModified, $"Its file {path} is {(found is null ? "missing" : "not as it was sealed")}.", "Install the plugin again from its publisher.");
            }
        }

        foreach (var path in hashes.Keys.Where(path => path != PluginSeal.FileName && !seal.Files.ContainsKey(path)))
        {
            Reject(candidate, PluginCodes.FileUnlisted, $"Its file {path} is not in its seal.", "Remove the file, or install the plugin again from its publisher.");
        }
    }

    private static void Signature(Candidate candidate, PluginSeal seal, PluginTrust trust)
    {
        if (seal.Signature.Length == 0)
        {
            Unsigned(candidate, trust);
            return;
        }

        var key = trust.Keys.FirstOrDefault(known => known.Id == seal.KeyId);
        if (key is null)
        {
            // Without Refuse nobody set keys up, and an unknown signature is worth no less than none.
            var severity = trust.WhenUnsigned == UnsignedPlugins.Refuse ? PluginSeverity.Error : PluginSeverity.Warning;
            Found(candidate, severity, PluginCodes.KeyUnknown, $"It is signed with the key '{seal.KeyId}', which this host does not know.", "Add the publisher's key to the trusted keys, once you have it from the publisher.");
        }
        else if (key.Revoked)
        {
            Reject(candidate, PluginCodes.KeyRevoked, $"It is signed with the key '{seal.KeyId}' of {key.Publisher}, which is revoked.", "Ask the publisher for a version signed with a new key.");
        }
        else if (!seal.IsSignedBy(key))
        {
            Reject(candidate, PluginCodes.FileModified, $"Its seal was not signed with the key '{seal.KeyId}' of {key.Publisher}.", "Install the plugin again from its publisher.");
        }
        else
        {
            candidate.SignedBy = key.Publisher;
        }
    }

    private static void Unsigned(Candidate candidate, PluginTrust trust)
    {
        if (trust.WhenUnsigned != UnsignedPlugins.Accept)
        {
            var severity = trust.WhenUnsigned == UnsignedPlugins.Refuse ? PluginSeverity.Error : PluginSeverity.Warning;
            Found(candidate, severity, PluginCodes.NotSigned, "It is not signed.", "Ask the publisher for a signed version, or accept unsigned plugins.");
        }
    }

    private static void Found(Candidate candidate, PluginSeverity severity, string code, string message, string hint)
    {
        candidate.Report(code, severity, PluginStage.Validate, message, hint);
        if (severity == PluginSeverity.Error)
        {
            candidate.End(PluginState.Rejected);
        }
    }

    private static void Reject(Candidate candidate, string code, string message, string hint) => Found(candidate, PluginSeverity.Error, code, message, hint);
}
