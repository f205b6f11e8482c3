namespace Clientele.Plugins;

/// <summary>Stands before a plugin's history computation, as <see cref="GuardedComputation"/> does before one of values.</summary>
internal sealed class GuardedHistory(IHistoryComputation inner, string measure, PluginGate gate) : IHistoryComputation, IGuarded
{
    private readonly string _operation = "measure " + measure;
    private IHistoryComputation? _inner = inner;

    public MeasureResult Compute(HistoryInput input) =>
        Guarding.Result(gate.Call(_operation, (Self: this, Input: input), static call => Guarding.Taken(call.Self._inner?.Compute(call.Input))));

    public void Release() => _inner = null;
}
