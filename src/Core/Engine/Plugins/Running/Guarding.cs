namespace Clientele.Plugins;

/// <summary>What the guards share.</summary>
internal static class Guarding
{
    public static MeasureResult Result(PluginOutcome<MeasureResult> outcome) => outcome.Fault is { } fault ? MeasureResult.Missing(Sentence(fault)) : outcome.Value!;

    public static MeasureResult Taken(MeasureResult? result) => CopyOut.Of(result ?? throw Nothing());

    public static InvalidOperationException Nothing() => new("The computation gave nothing");

    public static LocalizedText Sentence(PluginFault fault) => new($"{fault.Code}: {fault.Message}", $"{fault.Code}：插件未能算出此结果（{fault.Message}）");
}
