namespace Clientele.Plugins;

/// <summary>Stands before a plugin's insight: it runs on a thread of its own within a deadline, and whatever it throws is the reason why there is no result.</summary>
internal sealed class GuardedInsight(IInsightComputation inner, string insight, TimeSpan deadline, PluginGate gate) : IInsightComputation, IGuarded
{
    private readonly string _operation = "insight " + insight;
    private IInsightComputation? _inner = inner;

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (result, fault) = await gate.CallAsync(_operation, deadline, token => RunAsync(input, token), cancellationToken).ConfigureAwait(false);
        return fault is null ? result! : InsightResult.Refused(new Reason("fault", Guarding.Sentence(fault)));
    }

    public void Release() => _inner = null;

    private async ValueTask<InsightResult> RunAsync(IInsightInput input, CancellationToken token) =>
        CopyOut.Of(_inner is { } own ? await own.ComputeAsync(input, token).ConfigureAwait(false) : throw Guarding.Nothing());
}
