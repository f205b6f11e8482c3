namespace Clientele.Plugins;

/// <summary>Stands before a plugin's computation of a history.</summary>
internal sealed class GuardedHistory(IHistoryComputation inner, string measure, PluginGate gate) : GuardedMeasure<IHistoryComputation>(inner, measure, gate), IHistoryComputation
{
    public MeasureResult Compute(HistoryInput input) => Call(input, static (own, given) => own.Compute(given));
}
