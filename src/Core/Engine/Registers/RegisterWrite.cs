using Clientele.Storage.Writing;

namespace Clientele.Registers;

/// <summary>Writes into one register inside one transaction.</summary>
internal sealed class RegisterWrite(StoreBatch batch, RegisterDefinition register)
{
    public async Task<AddedEntry> AddAsync(RegisterAddition addition, CancellationToken cancellationToken)
    {
        var fields = RegisterFields.Read(register, addition.Fields);
        var key = RegisterFields.Key(register, fields);
        RequireSigned(addition.Author, "somebody", addition.Author);
        var last = await batch.LastVersionAsync(register.Name, key, cancellationToken).ConfigureAwait(false);
        if (last is not null && (last.Until is null || last.Until > addition.From))
        {
            return Same(last, fields, addition.Until) ? new AddedEntry(last, Added: false) : throw Conflict(last, "says otherwise");
        }

        RegisterFields.RequireAll(register, fields);
        var until = addition.Until ?? (register.Days is { } days ? addition.From.AddDays(days) : null);
        RequireOrder(addition.From, until);
        if (last is not null)
        {
            await batch.RetireAsync(last.Id, until: null, by: null, cancellationToken).ConfigureAwait(false);
        }

        var entry = new RegisterEntry
        {
            Id = RegisterEntryId.From(register.Name, key, (last?.Version ?? 0) + 1), Register = register.Name, Version = (last?.Version ?? 0) + 1, Fields = fields,
            From = addition.From, Until = until, Author = addition.Author, Role = addition.Role, Because = addition.Because, Source = addition.Source,
        };
        return new AddedEntry(await PlaceAsync(entry, key, cancellationToken).ConfigureAwait(false), Added: true);
    }

    /// <summary>The version in force that an addition contradicts; <see langword="null"/> when it contradicts none.</summary>
    public async Task<RegisterEntry?> OtherwiseAsync(RegisterAddition addition, CancellationToken cancellationToken)
    {
        var fields = RegisterFields.Read(register, addition.Fields);
        var last = await batch.LastVersionAsync(register.Name, RegisterFields.Key(register, fields), cancellationToken).ConfigureAwait(false);
        return last is not null && last.IsInForce(addition.From) && !Same(last, fields, addition.Until) ? last : null;
    }

    public async Task<RegisterEntry> SupersedeAsync(RegisterEntry entry, Supersession change, CancellationToken cancellationToken)
    {
        RequireAuthority(change.Author, change.Role, change.Because);
        var key = RegisterFields.Key(register, entry.Fields);
        await RequireLastAsync(entry, key, change.From, cancellationToken).ConfigureAwait(false);
        var fields = Changed(entry.Fields, change.Fields);
        if (RegisterFields.Key(register, fields) != key)
        {
            throw RegisterFields.Wrong(register, $"{string.Join(" and ", register.Key)} say which entry it is and cannot change; end this one and add another");
        }

        RegisterFields.RequireAll(register, fields);
        var until = change.Until ?? entry.Until;
        RequireOrder(change.From, until);
        var next = new RegisterEntry
        {
            Id = RegisterEntryId.From(register.Name, key, entry.Version + 1), Register = register.Name, Version = entry.Version + 1, Fields = fields,
            From = change.From, Until = until, Author = change.Author, Role = change.Role, Because = change.Because,
        };
        await batch.RetireAsync(entry.Id, change.From, next.Id, cancellationToken).ConfigureAwait(false);
        return await PlaceAsync(next, key, cancellationToken).ConfigureAwait(false);
    }

    public async Task EndAsync(RegisterEntry entry, DateOnly until, string author, string role, string because, CancellationToken cancellationToken)
    {
        RequireAuthority(author, role, because);
        await RequireLastAsync(entry, RegisterFields.Key(register, entry.Fields), until, cancellationToken).ConfigureAwait(false);
        await batch.EndAsync(entry.Id, until, $"{author}{(role.Length > 0 ? $" ({role})" : "")}: {because}", cancellationToken).ConfigureAwait(false);
    }

    // Whoever had the value of the unique fields and has come to an end makes room; one that has not is a conflict.
    private async Task<RegisterEntry> PlaceAsync(RegisterEntry entry, string key, CancellationToken cancellationToken)
    {
        var unique = RegisterFields.UniqueKey(register, entry.Fields);
        foreach (var other in unique is null ? [] : await batch.OthersAsync(register.Name, key, unique, entry.From, entry.Until, cancellationToken).ConfigureAwait(false))
        {
            if (other.Until is null || other.Until > entry.From)
            {
                throw Conflict(other, $"has the same {string.Join(" and ", register.UniqueActive)}");
            }

            await batch.RetireAsync(other.Id, until: null, by: null, cancellationToken).ConfigureAwait(false);
        }

        return await batch.AddAsync(entry, key, unique, cancellationToken).ConfigureAwait(false);
    }

    private async Task RequireLastAsync(RegisterEntry entry, string key, DateOnly from, CancellationToken cancellationToken)
    {
        var last = await batch.LastVersionAsync(register.Name, key, cancellationToken).ConfigureAwait(false);
        if (last!.Id != entry.Id)
        {
            throw Conflict(last, "took its place already");
        }

        if (from < entry.From || entry.Until <= from)
        {
            throw new ClienteleException(ErrorCodes.RegisterConflict, $"The entry {entry.Id} of {register.Name} is in force from {entry.From:yyyy-MM-dd}{(entry.Until is { } until ? $" to the day before {until:yyyy-MM-dd}" : "")}, not on {from:yyyy-MM-dd}; add a new one instead.");
        }
    }

    private void RequireAuthority(string author, string role, string because)
    {
        RequireSigned(author, "somebody and for a reason", because);
        if (register.ChangedBy.Count > 0 && !register.ChangedBy.Contains(role, StringComparer.Ordinal))
        {
            throw new ClienteleException(ErrorCodes.RoleMayNot, $"An entry of {register.Name} is changed by {string.Join(" or ", register.ChangedBy)}{(role.Length > 0 ? $", not by {role}" : "; name the role")}.");
        }
    }

    private static void RequireSigned(string author, string by, string because)
    {
        if (string.IsNullOrWhiteSpace(author) || string.IsNullOrWhiteSpace(because))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"An entry is written by {by}; leave nothing blank.");
        }
    }

    private void RequireOrder(DateOnly from, DateOnly? until)
    {
        if (until <= from)
        {
            throw RegisterFields.Wrong(register, $"from {from:yyyy-MM-dd} it cannot last until {until:yyyy-MM-dd}");
        }
    }

    private SortedDictionary<string, string> Changed(IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> change)
    {
        var fields = new SortedDictionary<string, string>(old.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in change)
        {
            fields.Remove(name);
        }

        foreach (var (name, value) in RegisterFields.Read(register, change))
        {
            fields[name] = value;
        }

        return fields;
    }

    private static bool Same(RegisterEntry entry, IReadOnlyDictionary<string, string> fields, DateOnly? until) =>
        fields.All(field => entry.Text(field.Key) == field.Value) && (until is null || until == entry.Until);

    private ClienteleException Conflict(RegisterEntry other, string does) => new(
        ErrorCodes.RegisterConflict,
        $"The entry {other.Id} of {register.Name} (version {other.Version}, in force from {other.From:yyyy-MM-dd}{(other.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}, by {other.Author}: {string.Join(", ", other.Fields.Select(field => $"{field.Key} = {field.Value}"))}) {does}; use it, or supersede it with a reason.");
}
