import { TIER_LABELS, type Tier } from '@attestry/domain/ai-systems/risk-tier.ts';
import classes from './facts.module.css';

/** The tier as a figure with as many bars, legible without colour. */
export function TierMark({ tier }: { tier: number }) {
  return (
    <span className={classes.tier} title={TIER_LABELS[tier as Tier]}>
      <svg viewBox="0 0 18 10" width="18" height="10" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            className={bar <= tier ? classes.barFull : classes.barEmpty}
            x={(bar - 1) * 5}
            y={8 - bar * 2}
            width="3"
            height={2 + bar * 2}
          />
        ))}
      </svg>
      {tier}
    </span>
  );
}
