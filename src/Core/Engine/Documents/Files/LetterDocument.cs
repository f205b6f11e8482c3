namespace Clientele.Documents;

/// <summary>A letter as a file.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="FileName">A name that every file system takes, in ASCII, the same for the same letter.</param>
/// <param name="MediaType">What it is (RFC 6838).</param>
/// <param name="Content">Its bytes.</param>
public sealed record LetterDocument(string FileName, string MediaType, ReadOnlyMemory<byte> Content);
