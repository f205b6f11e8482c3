namespace Clientele.Plugins;

/// <summary>Stands before a plugin's computation in the catalogue: a client for whom it throws has no value and a reason, and the run goes on.</summary>
/// <remarks>Whoever keeps an old catalogue keeps this and not the plugin: once the plugin is unloaded, it answers that the plugin is gone.</remarks>
internal sealed class GuardedComputation(IMeasureComputation inner, string measure, PluginGate gate) : IMeasureComputation
{
    private readonly string _operation = "measure " + measure;
    private IMeasureComputation? _inner = inner;

    public MeasureResult Compute(MeasureInput input)
    {
        var (result, fault) = gate.Call(_operation, (Self: this, Input: input), static call => call.Self.Run(call.Input));
        return fault is null ? result! : MeasureResult.Missing(new LocalizedText($"{fault.Code}: {fault.Message}", $"{fault.Code}：插件未能算出此指标（{fault.Message}）"));
    }

    /// <summary>Lets go of the plugin.</summary>
    public void Release() => _inner = null;

    // The list of reasons may be of a type of the plugin's own even though the reasons are not.
    private MeasureResult Run(MeasureInput input)
    {
        var result = _inner?.Compute(input) ?? throw new InvalidOperationException("The computation gave nothing");
        return result.Reasons is Reason[] { Length: 0 } ? result : result with { Reasons = [.. result.Reasons.Select(Copy)] };
    }

    private static Reason Copy(Reason reason) => reason.Facts.Count == 0
        ? new(reason.Code, reason.Text)
        : new(reason.Code, reason.Text) { Facts = new Dictionary<string, string>(reason.Facts, StringComparer.Ordinal) };
}
