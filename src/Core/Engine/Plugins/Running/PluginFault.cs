namespace Clientele.Plugins;

/// <summary>A call into a plugin that did not succeed: strings only, so that keeping it keeps nothing of the plugin.</summary>
/// <param name="Code">One of <see cref="PluginCodes"/>.</param>
/// <param name="PluginId">Whose call.</param>
/// <param name="Operation">What was called, such as <c>measure contractor.score</c>.</param>
/// <param name="Message">What happened, in one sentence.</param>
/// <param name="At">When.</param>
public sealed record PluginFault(string Code, string PluginId, string Operation, string Message, DateTimeOffset At);

/// <summary>What a call into a plugin gave: its result, or a fault.</summary>
/// <typeparam name="T">What the call gives.</typeparam>
/// <param name="Value">The result; the default when there is a fault.</param>
/// <param name="Fault">What went wrong; <see langword="null"/> when nothing did.</param>
public readonly record struct PluginOutcome<T>(T? Value, PluginFault? Fault)
{
    /// <summary>Whether the call succeeded.</summary>
    public bool Succeeded => Fault is null;
}
