using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>What clients are asked, promised and offered, and how they answer.</summary>
internal static class SurveyKinds
{
    public const string Answer = "core.survey_answer";
    public const string Asked = "core.survey_sent";
    public const string Outreach = "core.outreach";
    public const string Response = "core.response";
    public const string PromiseMade = "core.promise_made";
    public const string PromiseKept = "core.promise_kept";
    public const string ChampionLeft = "core.champion_left";

    // The best score of an answer that names none.
    private const decimal UsualScale = 10;

    public static TouchpointKind AnswerKind { get; } = new()
    {
        Name = Answer,
        Title = new("Survey answer", "满意度答复"),
        Details = [new("question", new("Question", "问题")), new("score", new("Score", "评分"), ValueKind.Number), new("scale", new("Best possible score", "满分"), ValueKind.Number), new("weight", new("Weight of the question", "问题权重"), ValueKind.Number)],
    };

    /// <summary>The score of an answer as a part of the best one, between 0 and 1; missing without a score.</summary>
    public static decimal? Share(IReadOnlyDictionary<string, string> answer) => answer.Number("score") is { } score
        ? Math.Clamp(score / (answer.Number("scale") is { } best and > 0 ? best : UsualScale), 0, 1)
        : null;

    public static IReadOnlyList<TouchpointKind> All { get; } =
    [
        new() { Name = Asked, Title = new("Survey sent", "发出满意度调查") },
        new() { Name = Outreach, Title = new("Effort to reach the client", "关系努力（主动联络）"), Details = [new("effort", new("Effort", "方式")), new("outcome", new("Outcome: reply, meeting, information, invitation, order; none or refused", "结果：reply、meeting、information、invitation、order；none或refused"))] },
        new() { Name = Response, Title = new("Response of the client", "客户回应"), Roles = TouchpointRoles.Contact, Details = [new("outcome", new("Outcome", "结果"))] },
        new() { Name = ChampionLeft, Title = new("Our supporter at the client left", "客户方支持者离任") },
    ];
}
