namespace Clientele.Plugins;

/// <summary>Stands before a plugin's computation: a client for whom it throws has no value and a reason, and the run goes on.</summary>
internal sealed class GuardedComputation(IMeasureComputation inner, string measure, PluginGate gate) : IMeasureComputation, IGuarded
{
    private readonly string _operation = "measure " + measure;
    private IMeasureComputation? _inner = inner;

    public MeasureResult Compute(MeasureInput input) =>
        Guarding.Result(gate.Call(_operation, (Self: this, Input: input), static call => Guarding.Taken(call.Self._inner?.Compute(call.Input))));

    public void Release() => _inner = null;
}
