namespace Clientele;

/// <summary>What a kind of touchpoint means to the measures of the core, which know no industry. A kind may have several roles.</summary>
[Flags]
public enum TouchpointRoles
{
    /// <summary>A plain fact.</summary>
    None = 0,

    /// <summary>The client was really reached: it counts as a touch for recency and for return visits. An attempt without an answer does not.</summary>
    Contact = 1,

    /// <summary>Its amount is business won.</summary>
    Sale = 2,

    /// <summary>Its amount was received.</summary>
    Payment = 4,

    /// <summary>Its amount was spent on the client.</summary>
    Cost = 8,

    /// <summary>The client complained.</summary>
    Complaint = 16,
}

/// <summary>A typed field in the details of a touchpoint.</summary>
/// <param name="Name">The field's name: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Whether every touchpoint of the kind must carry it.</param>
public sealed record DetailField(string Name, LocalizedText Title, ValueKind Kind = ValueKind.Text, bool Required = false);

/// <summary>A kind of fact that can happen with a client, such as <c>core.visit</c> or <c>contractor.contract_signed</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TouchpointKind
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it means to the measures of the core; nothing by default.</summary>
    public TouchpointRoles Roles { get; init; }

    /// <summary>The typed fields of its details; none by default. A detail that is not declared is refused.</summary>
    public IReadOnlyList<DetailField> Details { get; init; } = [];
}
