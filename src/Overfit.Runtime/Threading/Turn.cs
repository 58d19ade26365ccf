namespace Overfit;

/// <summary>Lets one user in at a time and refuses a second one, where two at once would spoil each other's work.</summary>
internal sealed class Turn
{
    private int _taken;

    /// <summary>Takes the turn until <see cref="Leave"/>, or until what is returned is disposed.</summary>
    /// <param name="refusal">What a second one is told.</param>
    /// <exception cref="InvalidOperationException">Somebody else has it.</exception>
    public Held Take(string refusal)
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            throw new InvalidOperationException(refusal);
        }

        return new Held(this);
    }

    /// <summary>Gives the turn back.</summary>
    public void Leave() => Volatile.Write(ref _taken, 0);

    /// <summary>The turn while it is held.</summary>
    public readonly ref struct Held(Turn turn)
    {
        public void Dispose() => turn.Leave();
    }
}
