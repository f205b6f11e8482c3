using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Registers;

/// <summary>Keeps the registers: adds, supersedes, ends and reads entries.</summary>
/// <remarks>Thread-safe. Two who add one key at the same moment get the same entry, or one of them a conflict; never two entries.</remarks>
/// <example>
/// <code>
/// var added = await crm.Registers.AddAsync(new("contractor.reference", new Dictionary&lt;string, string&gt; { ["name"] = "Harbour Tower" }, today, "Zhou Wei"));
/// await foreach (var entry in crm.Registers.InForceAsync("contractor.reference", today)) { … }
/// </code>
/// </example>
public sealed class RegisterDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;

    internal RegisterDesk(Store store, Catalogue catalogue)
    {
        _store = store;
        _catalogue = catalogue;
    }

    /// <summary>Adds an entry, or gives the one that its key has in force: who asks again gets the same.</summary>
    /// <param name="addition">The entry. Where the key has one in force already, fields that are left out are not compared.</param>
    /// <param name="cancellationToken">Stops the adding; nothing is then changed.</param>
    /// <returns>The version in force, and whether it is new.</returns>
    /// <exception cref="ClienteleException">
    /// A field is unknown, missing or not of its kind, or there is no author (<see cref="ErrorCodes.RecordInvalid"/>); the key has a version in force that says otherwise, or another entry has the value of a unique field (<see cref="ErrorCodes.RegisterConflict"/>);
    /// nobody registered the register (<see cref="ErrorCodes.RegistrationUnknown"/>).
    /// </exception>
    public async Task<AddedEntry> AddAsync(RegisterAddition addition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addition);
        var register = _catalogue.Register(addition.Register);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var added = await new RegisterWrite(batch, register).AddAsync(addition, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return added;
        }
    }

    /// <summary>Puts another version in the place of the one in force. The one before is void from the new one's first day on.</summary>
    /// <param name="supersession">What changes, who decides and why.</param>
    /// <param name="cancellationToken">Stops the changing; nothing is then changed.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="ClienteleException">
    /// The role may not (<see cref="ErrorCodes.RoleMayNot"/>); the version is not stored (<see cref="ErrorCodes.NotFound"/>); it is no longer the last one, has come to its end, or the change collides with another entry (<see cref="ErrorCodes.RegisterConflict"/>);
    /// author or reason is blank, or a field of the key changes (<see cref="ErrorCodes.RecordInvalid"/>).
    /// </exception>
    public Task<RegisterEntry> SupersedeAsync(Supersession supersession, CancellationToken cancellationToken = default) =>
        SupersedeAsync(supersession, (_, _, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Ends an entry on a day, before its time.</summary>
    /// <param name="id">The version in force.</param>
    /// <param name="until">The first day it is no longer in force; not before its first day.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="role">The role in which.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancellationToken">Stops the ending; nothing is then changed.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ClienteleException">As <see cref="SupersedeAsync(Supersession, CancellationToken)"/>.</exception>
    public async Task EndAsync(RegisterEntryId id, DateOnly until, string author, string role, string because, CancellationToken cancellationToken = default)
    {
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var (entry, write) = await OpenAsync(batch, id, cancellationToken).ConfigureAwait(false);
            await write.EndAsync(entry, until, author, role, because, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the rows of a CSV, XLSX or XLS file into a register: a column for each field, headed by its name or its title; <c>from</c> and <c>until</c> where the file has them.</summary>
    /// <param name="register">The register's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">Who takes it in, and how.</param>
    /// <param name="cancellationToken">Stops the import; nothing is then changed.</param>
    /// <returns>What it changed, and which rows did not go in.</returns>
    /// <exception cref="ClienteleException">The file cannot be read (<see cref="ErrorCodes.ImportUnreadable"/>), a column is missing (<see cref="ErrorCodes.MappingInvalid"/>), or nobody registered the register (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public Task<RegisterImportResult> ImportAsync(string register, string file, RegisterImportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        return new RegisterImporter(_store, _catalogue.Register(register), options).RunAsync(file, cancellationToken);
    }

    /// <summary>Streams the entries of a register in force on a day, in the order of their keys.</summary>
    /// <param name="register">The register's name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="ClienteleException">Nobody registered the register (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public IAsyncEnumerable<RegisterEntry> InForceAsync(string register, DateOnly asOf, CancellationToken cancellationToken = default) =>
        _store.Registers.InForceAsync(_catalogue.Register(register).Name, asOf, cancellationToken);

    /// <summary>Streams all versions of a register ever written, in the order of their keys, the oldest first.</summary>
    /// <param name="register">The register's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="ClienteleException">Nobody registered the register (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public IAsyncEnumerable<RegisterEntry> HistoryAsync(string register, CancellationToken cancellationToken = default) =>
        _store.Registers.HistoryAsync(_catalogue.Register(register).Name, null, cancellationToken);

    /// <summary>Streams the versions of one entry, the oldest first.</summary>
    /// <param name="id">Any version of it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="ClienteleException">The version is not stored (<see cref="ErrorCodes.NotFound"/>).</exception>
    public async Task<IReadOnlyList<RegisterEntry>> VersionsAsync(RegisterEntryId id, CancellationToken cancellationToken = default)
    {
        var entry = await _store.Registers.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NotFound(id);
        var key = RegisterFields.Key(_catalogue.Register(entry.Register), entry.Fields);
        return await _store.Registers.HistoryAsync(entry.Register, key, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds a version.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when it is not stored.</returns>
    public Task<RegisterEntry?> FindAsync(RegisterEntryId id, CancellationToken cancellationToken = default) => _store.Registers.FindAsync(id, cancellationToken);

    /// <summary>Finds what a key has in force on a day.</summary>
    /// <param name="register">The register's name.</param>
    /// <param name="key">The values of the key.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when none is.</returns>
    /// <exception cref="ClienteleException">Nobody registered the register (<see cref="ErrorCodes.RegistrationUnknown"/>), or a field of the key is missing (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public Task<RegisterEntry?> FindAsync(string register, IReadOnlyDictionary<string, string> key, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var definition = _catalogue.Register(register);
        return _store.Registers.InForceAsync(definition.Name, RegisterFields.Key(definition, RegisterFields.Read(definition, key)), asOf, cancellationToken);
    }

    /// <summary>Supersedes a version and does, in the same transaction, what follows from it.</summary>
    internal async Task<RegisterEntry> SupersedeAsync(Supersession supersession, Func<StoreBatch, RegisterEntry, RegisterEntry, Task> follow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(supersession);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var (entry, write) = await OpenAsync(batch, supersession.Of, cancellationToken).ConfigureAwait(false);
            var next = await write.SupersedeAsync(entry, supersession, cancellationToken).ConfigureAwait(false);
            await follow(batch, entry, next).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return next;
        }
    }

    private async Task<(RegisterEntry Entry, RegisterWrite Write)> OpenAsync(StoreBatch batch, RegisterEntryId id, CancellationToken cancellationToken)
    {
        var entry = await batch.VersionAsync(id, cancellationToken).ConfigureAwait(false) ?? throw NotFound(id);
        return (entry, new RegisterWrite(batch, _catalogue.Register(entry.Register)));
    }

    private static ClienteleException NotFound(RegisterEntryId id) => new(ErrorCodes.NotFound, $"No register has the entry {id}; list them with 'clientele registers show'.");
}
