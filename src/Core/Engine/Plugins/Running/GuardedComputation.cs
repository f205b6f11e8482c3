namespace Clientele.Plugins;

/// <summary>Stands before a plugin's computation of values.</summary>
internal sealed class GuardedComputation(IMeasureComputation inner, string measure, PluginGate gate) : GuardedMeasure<IMeasureComputation>(inner, measure, gate), IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input) => Call(input, static (own, given) => own.Compute(given));
}
