using Clientele.Host.Commands;
using Clientele.Import;
using Clientele.Segments;

namespace Clientele.Host.Demo;

/// <summary>What one firm's demo came to; only the case and the missing plugin when its plugin was not found.</summary>
internal sealed record DemoResult(DemoCase Case, DateOnly AsOf, string Folder)
{
    public string MissingPlugin { get; init; } = "";

    public IReadOnlyList<(DemoImport Import, ImportResult Result)> Imports { get; init; } = [];

    public long Clients { get; init; }

    public long Touchpoints { get; init; }

    public IReadOnlyList<SchemeCounts> Segments { get; init; } = [];

    public int FollowUpsDue { get; init; }

    public IReadOnlyList<LetterFile> Letters { get; init; } = [];

    public IReadOnlyList<ReportFile> Reports { get; init; } = [];
}
