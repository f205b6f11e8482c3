namespace Clientele.Plugins;

/// <summary>A plugin on its way through the stages: what is known of it so far, and whether it still goes on.</summary>
internal sealed class Candidate(string folder)
{
    /// <summary>Where it was found.</summary>
    public string Folder { get; } = folder;

    /// <summary>Where it is read and loaded from: the folder itself, or a copy of it.</summary>
    public string Files { get; set; } = folder;

    /// <summary>The SHA-256 of each file of the copy; empty when there is none.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public PluginManifest? Manifest { get; set; }

    /// <summary>The ids that an operator disabled in its directory.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];

    /// <summary>Whether its files are as its seal says.</summary>
    public bool Sealed { get; set; }

    /// <summary>Who signed it, where that was proved.</summary>
    public string SignedBy { get; set; } = "";

    /// <summary>Which of the capabilities it asks for it has.</summary>
    public IReadOnlyList<string> Granted { get; set; } = [];

    /// <summary>Its settings, once it declared them.</summary>
    public IReadOnlyList<ShownSetting> Settings { get; set; } = [];

    public List<PluginDiagnostic> Diagnostics { get; } = [];

    /// <summary>How it ended, where it did not reach the end of the way.</summary>
    public PluginState? Ended { get; private set; }

    public bool GoesOn => Ended is null;

    public string Id => Manifest?.Id ?? Diagnostics.Select(diagnostic => diagnostic.PluginId).FirstOrDefault(Path.GetFileName(Folder));

    public void Report(string code, PluginSeverity severity, PluginStage stage, string message, string hint) =>
        Diagnostics.Add(new(code, severity, stage, Id, message, hint));

    public void End(PluginState state) => Ended ??= state;

    /// <summary>How it ended after it had run.</summary>
    public void Went(PluginState state) => Ended = state;

    public void End(PluginState state, string code, PluginStage stage, string message, string hint)
    {
        Report(code, PluginSeverity.Error, stage, message, hint);
        End(state);
    }

    public PluginInfo ToInfo() => new()
    {
        Id = Id,
        Version = Manifest?.Version ?? "",
        Name = Manifest?.Name ?? LocalizedText.Same(Id),
        Publisher = Manifest?.Publisher ?? "",
        Prefix = Manifest?.Prefix ?? "",
        Contract = Manifest?.Contract ?? "",
        Folder = Folder,
        State = Ended ?? PluginState.Running,
        ContentHash = ContentHash.Of(Hashes),
        Sealed = Sealed,
        SignedBy = SignedBy,
        Dependencies = [.. Manifest?.Dependencies.Select(dependency => dependency.Id) ?? []],
        Capabilities = Manifest?.Capabilities ?? [],
        Granted = Granted,
        Settings = Settings,
        Diagnostics = [.. Diagnostics],
    };
}
