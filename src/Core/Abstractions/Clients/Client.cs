namespace Clientele;

/// <summary>Whether a client is an organisation or a person.</summary>
public enum ClientKind
{
    /// <summary>A firm, a public body, a household: anything with members.</summary>
    Organisation,

    /// <summary>A natural person.</summary>
    Person,
}

/// <summary>An organisation or a person that the firm serves or hopes to serve. It belongs to no industry: plugins add attributes, matters and segments under their own prefix.</summary>
/// <remarks>Immutable and thread-safe. Change a client by <c>client with { … }</c> and saving it; <see cref="Version"/> guards against overwriting somebody else's change.</remarks>
public sealed record Client
{
    /// <summary>Who this is. The default value of <see cref="ClientId"/> is refused by the store.</summary>
    public required ClientId Id { get; init; }

    /// <summary>The name as letters and reports show it; not blank.</summary>
    public required string Name { get => field; init => field = Require.Text(value); }

    /// <summary>Organisation (the default) or person.</summary>
    public ClientKind Kind { get; init; }

    /// <summary>The source that <see cref="ExternalId"/> belongs to; empty for a client entered by hand.</summary>
    public string Source { get; init; } = "";

    /// <summary>The client's id in its source, such as a register number; empty for a client entered by hand.</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>The day since which the firm knows the client.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The culture of letters to this client when a contact states none, such as <c>zh-CN</c>; <see langword="null"/> for the firm's own.</summary>
    public string? Culture { get; init; }

    /// <summary>How often the stored client was changed: 0 for one not yet stored. A save whose version is not the stored one is refused with <see cref="ErrorCodes.ClientChanged"/>.</summary>
    public long Version { get; init; }
}
