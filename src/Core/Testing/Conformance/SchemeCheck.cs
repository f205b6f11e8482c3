using Clientele.Segments;
using Clientele.Templating;

namespace Clientele.Testing;

/// <summary>Runs measures, segments and policies over sample facts, and holds every explanation against what was stored.</summary>
internal static class SchemeCheck
{
    public static async Task RunAsync(Crm crm, Registration registration, DateOnly asOf, Findings findings, CancellationToken cancellationToken)
    {
        await crm.Segments.RunAsync(asOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        var plan = await crm.Planner.PlanAsync(asOf, cancellationToken: cancellationToken).ConfigureAwait(false);
        findings.Add("policies", passed: true, $"{registration.Policies.Count} policies ask for follow-ups over the sample facts, {plan.Open} with the core's");
        var faults = new List<string>();
        var untrue = new List<string>();
        await foreach (var client in crm.Store.Clients.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var value in await crm.Measures.OfClientAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false))
            {
                faults.AddRange(value.Reasons.Where(reason => reason.Text.En.StartsWith("PLG", StringComparison.Ordinal)).Select(reason => $"measure {value.Measure.Name}: {reason.Text.En}"));
            }

            foreach (var explanation in await crm.Explanations.ExplainAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false))
            {
                if (!IsTrue(explanation))
                {
                    untrue.Add($"scheme {explanation.Scheme.Name} puts a client into '{explanation.Segment?.Name ?? "none"}', and its rules evaluated again do not");
                }
            }
        }

        findings.Each("measures", [.. faults.Distinct(StringComparer.Ordinal)], $"{registration.Measures.Count} measures compute", fault => fault);
        findings.Each("schemes", [.. untrue.Distinct(StringComparer.Ordinal)], $"{registration.Schemes.Count} schemes put clients into segments and explain why", sentence => sentence);
    }

    // The rules are listed up to the one that decides: it must name the stored segment, and hold.
    private static bool IsTrue(SegmentExplanation explanation) =>
        explanation.Scheme is not RuleScheme || explanation.Segment is null || explanation.Rules.Count == 0
        || (explanation.Rules[^1].Segment.Name == explanation.Segment.Name && (explanation.Rules[^1].Explanation?.Outcome ?? RuleOutcome.Holds) == RuleOutcome.Holds);
}
