namespace Clientele.Testing;

/// <summary>One thing that a plugin was held against.</summary>
/// <param name="Check">One of <see cref="ConformanceChecks"/>.</param>
/// <param name="Passed">Whether the plugin passed.</param>
/// <param name="Message">What was found, in one sentence.</param>
public sealed record ConformanceFinding(string Check, bool Passed, string Message)
{
    /// <summary>The finding on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(Passed ? "ok  " : "FAIL")} {Check}: {Message}";
}

/// <summary>What a plugin was held against, and how it did.</summary>
/// <param name="Findings">The findings, in the order of the checks.</param>
public sealed record ConformanceReport(IReadOnlyList<ConformanceFinding> Findings)
{
    /// <summary>Whether nothing failed.</summary>
    public bool Conforms => Findings.All(finding => finding.Passed);

    /// <summary>All findings, one a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join('\n', Findings);
}
