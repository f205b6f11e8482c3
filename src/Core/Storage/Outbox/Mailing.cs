namespace Clientele.Storage;

/// <summary>A mailing: which letters to whom, as of a day.</summary>
/// <param name="Id">Follows from the other members, so that asking for the same mailing again goes on with it.</param>
/// <param name="Letter">The letter's qualified name; empty for every letter that serves a follow-up due.</param>
/// <param name="AsOf">The day it was planned for.</param>
/// <param name="Occasion">What makes a letter asked for by hand another one than the last of its name, such as <c>spring festival 2027</c>; empty for a letter that goes to a client once.</param>
/// <param name="Population">To whom, in words that mean the same again.</param>
/// <param name="DailyMaximum">How many letters may go out on one day; <see langword="null"/> for as many as there are.</param>
/// <param name="Planned">Whether everybody was considered; a mailing whose planning was interrupted goes on where it stopped.</param>
public sealed record Mailing(Guid Id, string Letter, DateOnly AsOf, string Occasion, string Population, int? DailyMaximum, bool Planned);
