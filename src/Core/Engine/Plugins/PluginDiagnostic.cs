namespace Clientele.Plugins;

/// <summary>How much a diagnostic weighs.</summary>
public enum PluginSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>The plugin runs, and something about it should be put right.</summary>
    Warning,

    /// <summary>The plugin does not run.</summary>
    Error,
}

/// <summary>Where on its way a plugin was when something was found.</summary>
public enum PluginStage
{
    /// <summary>Its folder was found.</summary>
    Discover,

    /// <summary>Its manifest and files were judged, without running any of its code.</summary>
    Validate,

    /// <summary>Its place among the plugins it depends on was looked for.</summary>
    Plan,

    /// <summary>Its assembly was loaded.</summary>
    Load,

    /// <summary>It registered what it brings.</summary>
    Configure,

    /// <summary>Its data were brought to what it registers.</summary>
    Migrate,

    /// <summary>It was started.</summary>
    Start,

    /// <summary>It was stopped.</summary>
    Stop,

    /// <summary>Its assemblies were let go.</summary>
    Unload,
}

/// <summary>One finding about one plugin: what is wrong and what to do, as strings, so that keeping it keeps nothing of the plugin.</summary>
/// <param name="Code">One of <see cref="PluginCodes"/>, or of <see cref="ErrorCodes"/> for a registration that is not in order.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Stage">Where on its way the plugin was.</param>
/// <param name="PluginId">The plugin's id; the name of its folder where the manifest gives none.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Hint">What to do about it, in one sentence.</param>
public sealed record PluginDiagnostic(string Code, PluginSeverity Severity, PluginStage Stage, string PluginId, string Message, string Hint)
{
    /// <summary>The finding on one line, as a console prints it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code} {PluginId}: {Message} {Hint}".TrimEnd();
}
