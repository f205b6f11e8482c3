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
        findings.Add(ConformanceChecks.Policies, passed: true, $"{registration.Policies.Count} policies ask for follow-ups over the sample facts, {plan.Open} with the core's");
        var faults = new List<string>();
        var untrue = new List<string>();
        await foreach (var client in crm.Store.Clients.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var value in await crm.Measures.OfClientAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false))
            {
                faults.AddRange(value.Reasons.Where(IsFault).Select(reason => $"measure {value.Measure.Name}: {reason.Text.En}"));
                faults.AddRange(Own(registration, value.Measure.Name) ? value.Reasons.Where(reason => !LanguageCheck.IsSaidInBoth(reason.Text) && !IsFault(reason)).Select(reason => $"measure {value.Measure.Name}: its reason is not in both languages: '{reason.Text.En}' / '{reason.Text.Zh}'") : []);
            }

            foreach (var explanation in await crm.Explanations.ExplainAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false))
            {
                if (!IsTrue(explanation))
                {
                    untrue.Add($"scheme {explanation.Scheme.Name} puts a client into '{explanation.Segment?.Name ?? "none"}', and its rules evaluated again do not");
                }
                else if (explanation.Segment is { } segment && (explanation.Reasons.Count == 0 || !explanation.Reasons.All(reason => LanguageCheck.IsSaidInBoth(reason.Text))))
                {
                    untrue.Add($"scheme {explanation.Scheme.Name} puts a client into '{segment.Name}' and does not say why in both languages");
                }
            }
        }

        findings.Each(ConformanceChecks.Measures, [.. faults.Distinct(StringComparer.Ordinal)], $"{registration.Measures.Count} measures compute", fault => fault);
        findings.Each(ConformanceChecks.Schemes, [.. untrue.Distinct(StringComparer.Ordinal)], $"{registration.Schemes.Count} schemes put clients into segments and explain why", sentence => sentence);
    }

    private static bool Own(Registration registration, string name) => name.StartsWith($"{registration.Origin.Prefix}.", StringComparison.Ordinal);

    private static bool IsFault(Reason reason) => reason.Text.En.StartsWith("PLG", StringComparison.Ordinal);

    // The rules are listed up to the one that decides: it must name the stored segment, and hold.
    private static bool IsTrue(SegmentExplanation explanation) =>
        explanation.Scheme is not RuleScheme || explanation.Segment is null || explanation.Rules.Count == 0
        || (explanation.Rules[^1].Segment.Name == explanation.Segment.Name && (explanation.Rules[^1].Explanation?.Outcome ?? RuleOutcome.Holds) == RuleOutcome.Holds);
}
