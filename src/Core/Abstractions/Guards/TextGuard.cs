namespace Clientele;

/// <summary>Words that no letter may contain once it is written, by language: whoever is blamed does not stay a client.</summary>
/// <remarks>Immutable and thread-safe. Asked after rendering, about subject and body as plain text; the refusal says where the word stands.</remarks>
public sealed record TextGuard
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The words by culture, <c>zh-CN</c> and <c>en</c>. Words in Latin letters count as whole words and in any case; Chinese ones wherever they stand.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get => field; init => field = Require.Some(value); }

    /// <summary>What to tell the operator, and what to do about it.</summary>
    public required LocalizedText Refusal { get; init; }

    /// <summary>The role whose holder may override it; empty when nobody may.</summary>
    public string OverridableBy { get; init; } = "";
}
