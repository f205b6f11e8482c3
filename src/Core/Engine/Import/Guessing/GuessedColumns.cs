namespace Clientele.Import;

/// <summary>The columns of a file with what each seems to hold; each meaning is given to one column at most.</summary>
internal sealed class GuessedColumns
{
    private readonly Dictionary<ColumnMeaning, int> _byMeaning = [];

    public GuessedColumns(ColumnSample sample)
    {
        Units = [.. sample.Headers.Select(HeaderUnit.Of)];
        var guesses = Units.Select((unit, index) => (index, guess: HeaderWords.Meaning(unit.Header)))
            .Where(entry => entry.guess.Meaning != ColumnMeaning.Unknown)
            .OrderByDescending(entry => entry.guess.Surety).ThenBy(entry => entry.index);
        foreach (var (index, (meaning, _)) in guesses)
        {
            _byMeaning.TryAdd(meaning, index);
        }

        Settle(sample);
        var meanings = _byMeaning.ToDictionary(pair => pair.Value, pair => pair.Key);
        All = [.. sample.Headers.Select((header, index) => new GuessedColumn(header, meanings.GetValueOrDefault(index), sample.Example(index)))];
    }

    public IReadOnlyList<GuessedColumn> All { get; }

    public IReadOnlyList<HeaderUnit> Units { get; }

    public bool Has(ColumnMeaning meaning) => _byMeaning.ContainsKey(meaning);

    public int Index(ColumnMeaning meaning) => _byMeaning.GetValueOrDefault(meaning, -1);

    public MappedValue? Value(ColumnMeaning meaning) => _byMeaning.TryGetValue(meaning, out var index) ? MappedValue.Column(All[index].Header) : null;

    /// <summary>Decides what the headers leave open: whose id a bare "id" is, and what a person's name alone stands for.</summary>
    private void Settle(ColumnSample sample)
    {
        if (!Has(ColumnMeaning.ClientName) && _byMeaning.Remove(ColumnMeaning.ContactName, out var person))
        {
            // A list of people is a list of clients.
            _byMeaning.Add(ColumnMeaning.ClientName, person);
        }

        if (_byMeaning.Remove(ColumnMeaning.Id, out var id))
        {
            // One row a client: the id is the client's. Clients that repeat under ids that do not: the id is the fact's.
            var clientRepeats = Has(ColumnMeaning.ClientName) && !sample.IsUnique(Index(ColumnMeaning.ClientName));
            _byMeaning.TryAdd(clientRepeats && sample.IsUnique(id) ? ColumnMeaning.FactId : ColumnMeaning.ClientId, id);
        }
    }
}
