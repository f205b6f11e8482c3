namespace Clientele.Plugins;

/// <summary>What the guards of a plugin's computations of measures share: a client for whom one throws has no value and a reason, and the run goes on.</summary>
/// <typeparam name="TComputation">The computation.</typeparam>
internal abstract class GuardedMeasure<TComputation>(TComputation inner, string measure, PluginGate gate) : IGuarded
    where TComputation : class
{
    private readonly string _operation = "measure " + measure;
    private TComputation? _inner = inner;

    public PluginGate Gate => gate;

    public void Release() => _inner = null;

    // A static delegate and a tuple rather than a closure: this is called for every client.
    protected MeasureResult Call<TInput>(TInput input, Func<TComputation, TInput, MeasureResult> compute) =>
        Guarding.Result(gate.Call(_operation, (Self: this, Input: input, Compute: compute), static call => Guarding.Taken(call.Self._inner is { } own ? call.Compute(own, call.Input) : null)));
}
