namespace Clientele.Testing;

/// <summary>Collects findings; a check that finds nothing wrong says what it looked at.</summary>
internal sealed class Findings
{
    private readonly List<ConformanceFinding> _all = [];

    public IReadOnlyList<ConformanceFinding> All => _all;

    public void Add(string check, bool passed, string message) => _all.Add(new(check, passed, message));

    public void Expect(string check, bool holds, string good, string bad) => Add(check, holds, holds ? good : bad);

    public void Each<T>(string check, IReadOnlyCollection<T> wrong, string good, Func<T, string> bad)
    {
        foreach (var item in wrong)
        {
            Add(check, passed: false, bad(item));
        }

        if (wrong.Count == 0)
        {
            Add(check, passed: true, good);
        }
    }
}
