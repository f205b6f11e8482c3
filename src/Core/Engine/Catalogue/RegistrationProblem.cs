namespace Clientele;

/// <summary>Something wrong with what an origin registers; the origin is rejected as a whole.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="OriginId">Who is rejected.</param>
/// <param name="Message">What is wrong, naming whatever it collides with or misses.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record RegistrationProblem(string Code, string OriginId, string Message, string Hint);

/// <summary>A catalogue of all origins that are in order, and what is wrong with the others.</summary>
/// <param name="Catalogue">What was accepted.</param>
/// <param name="Problems">All problems of all rejected origins.</param>
public sealed record CatalogueResult(Catalogue Catalogue, IReadOnlyList<RegistrationProblem> Problems);
