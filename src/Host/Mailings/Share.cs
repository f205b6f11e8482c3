using Clientele.Mailings;

namespace Clientele.Host.Mailings;

/// <summary>A mailing's progress as a share of one.</summary>
internal sealed class Share(IProgress<double> progress) : IProgress<MailingProgress>
{
    public void Report(MailingProgress value) => progress.Report(value.Total is { } total and > 0 ? (double)value.Done / total : 0);
}
