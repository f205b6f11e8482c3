using Clientele.Documents;
using Clientele.Storage;
using Clientele.Templating;

namespace Clientele.Mailings;

/// <summary>The templates that do not work, as reasons. A template that ran into its limits for several clients is not tried for the others: a loop for ever costs its whole budget each time.</summary>
internal sealed class TemplateFaults
{
    private const int Enough = 3;

    private readonly Dictionary<(string Letter, string Culture), (int Count, Reason Reason)> _exhausted = [];

    public Reason? Known(MailingEntry entry) => _exhausted.TryGetValue((entry.Letter, entry.Culture), out var fault) && fault.Count >= Enough ? fault.Reason : null;

    public Reason Add(MailingEntry entry, ClienteleException error)
    {
        var code = (error.InnerException as TemplateException)?.Diagnostics[0].Code ?? error.Code;
        var reason = new Reason("template", new($"The template cannot be used: {error.Message}", $"模板无法使用：{error.Message}")) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = code } };
        if (code.StartsWith("CLT3", StringComparison.Ordinal))
        {
            var key = (entry.Letter, entry.Culture);
            _exhausted[key] = (_exhausted.GetValueOrDefault(key).Count + 1, reason);
        }

        return reason;
    }
}
