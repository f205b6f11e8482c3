namespace Clientele.Practices.PromiseKeeping;

/// <summary>Nothing is promised in writing before it is approved; what may be sent at once says when the answer comes (row S1-23).</summary>
internal static class PromiseGate
{
    public static Guard Guard { get; } = new()
    {
        Name = "core.promise_approved",
        Title = new("No promise before its approval", "承诺须先批准"),
        AllowedWhen = "letter.holding || letter.pending_promises == 0",
        Refusal = new(
            "The letter speaks of a promise that nobody has approved; send the holding reply, or have the promise approved first.",
            "信函涉及尚未批准的承诺；请先发送暂复函，或待有权人批准后再发。"),
    };

    public static IReadOnlyList<LetterDefinition> Letters { get; } =
    [
        new() { Name = "core.holding_letter", Title = new("Holding reply", "暂复函"), Template = "holding-reply", MatterType = PromiseMatter.MatterType, Stages = ["requested"], Holding = true },
        new() { Name = "core.promise_letter", Title = new("Confirmation of a promise", "承诺确认函"), Template = "promise", MatterType = PromiseMatter.MatterType, Stages = ["requested", "open"] },
    ];
}
