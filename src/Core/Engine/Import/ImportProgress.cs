namespace Clientele.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="BytesRead">Bytes of the file read.</param>
/// <param name="BytesTotal">Bytes of the file.</param>
public readonly record struct ImportProgress(long Rows, long BytesRead, long BytesTotal);
