using System.Text.Encodings.Web;
using System.Text.Json;
using Clientele.Segments;
using Clientele.Templating;

namespace Clientele.Host.Commands;

/// <summary>Explanations of segments as JSON.</summary>
internal static class SegmentJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Client client, DateOnly asOf, IReadOnlyList<SegmentExplanation> explanations, SegmentCounterfactual? whyNot) => JsonSerializer.Serialize(
        new
        {
            Client = client.Id.ToString(),
            client.Name,
            AsOf = asOf,
            WhyNot = whyNot is null ? null : Changes(whyNot),
            Schemes = explanations.Select(scheme => new
            {
                Scheme = scheme.Scheme.Name,
                Segment = scheme.Segment?.Name,
                scheme.Since,
                Reasons = scheme.Reasons.Select(reason => new { reason.Code, reason.Text.En, reason.Text.Zh, reason.Facts }),
                Rules = scheme.Rules.Select(rule => new { Segment = rule.Segment.Name, rule.Rule, Explanation = rule.Explanation is null ? null : Clause(rule.Explanation) }),
            }),
        },
        Options);

    private static object Changes(SegmentCounterfactual whyNot) => new
    {
        Scheme = whyNot.Scheme.Name,
        Segment = whyNot.Segment.Name,
        whyNot.IsMember,
        Refusal = whyNot.Refusal is { } refusal ? new { refusal.Code, refusal.Text.En, refusal.Text.Zh } : null,
        Changes = whyNot.Changes.Select(change => new { change.Name, From = change.From.IsMissing ? null : change.From.ToString(), To = change.To.ToString(), Leads = change.Leads?.Name, change.Size, change.Text.En, change.Text.Zh }),
    };

    private static object Clause(RuleExplanation clause) => new
    {
        clause.Text,
        Outcome = clause.Outcome.ToString().ToLowerInvariant(),
        Operands = clause.Operands.Select(operand => new { operand.Name, Value = operand.Printed }),
        Clauses = clause.Clauses.Select(Clause),
    };
}
