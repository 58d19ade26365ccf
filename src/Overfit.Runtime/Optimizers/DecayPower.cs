using System.Runtime.CompilerServices;

namespace Overfit;

/// <summary>
/// A decay to the power of the step, multiplied up from step to step. It costs one multiplication where <see cref="Math.Pow"/>
/// costs a call, and is the same on every platform, which the C library's power is not.
/// </summary>
/// <remarks>
/// After n steps at most n roundings have gathered, of 2^-53 each: where the power still changes what is subtracted from 1,
/// far less than the float keeps that is made of it.
/// </remarks>
internal struct DecayPower()
{
    /// <summary>A power this small is lost when it is subtracted from 1; what is smaller still need not be computed.</summary>
    private const double Negligible = 1.0 / (1L << 60);

    private double _decay;
    private long _step;
    private double _value = 1;

    /// <summary>
    /// The power for a step: exact steps forward from the last one asked for, or from the beginning where the step lies before it
    /// or the decay is another. The way there changes no bit.
    /// </summary>
    /// <param name="decay">At least 0 and less than 1.</param>
    /// <param name="step">At least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double At(double decay, long step)
    {
        if (step < _step || decay != _decay)
        {
            this = new DecayPower { _decay = decay };
        }

        for (; _step < step && _value > Negligible; _step++)
        {
            _value *= decay;
        }

        _step = step;
        return _value;
    }
}
