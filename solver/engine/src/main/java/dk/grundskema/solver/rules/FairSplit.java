package dk.grundskema.solver.rules;

import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the work each should have. By contract, but nobody gets less than what is settled already, nor more than what could be given to them:
 * what somebody can't give or take the others share, again by contract. Where nobody is at such a limit, it is the contract's share alone.
 */
final class FairSplit {
    /**
     * One of those who share.
     *
     * @param who    who
     * @param weight hours of the contract
     * @param least  minutes that are theirs in any plan
     * @param most   minutes that some plan could give them, not less than {@code least}
     */
    record Sharer(StaffId who, double weight, long least, long most) {
        double within(double minutes) {
            return Math.min(Math.max(minutes, (double) least), (double) most);
        }
    }

    private FairSplit() {}

    /** Minutes for each; together as much as there is, as far as their limits allow. */
    static Map<StaffId, Long> of(List<Sharer> sharers, long minutes) {
        Map<StaffId, Long> shares = new HashMap<>();
        var open = new ArrayList<>(sharers);
        double left = (double) minutes;
        while (!open.isEmpty()) {
            double weights = open.stream().mapToDouble(Sharer::weight).sum();
            double off = 0;
            for (Sharer one : open) {
                double part = part(one, weights, open.size(), left);
                off += one.within(part) - part;
            }
            var settled = new ArrayList<Sharer>();
            for (Sharer one : open) {
                double part = part(one, weights, open.size(), left);
                double its = one.within(part) - part;
                if ((off >= 0 && its > 0) || (off <= 0 && its < 0)) {
                    settled.add(one);
                }
            }
            boolean isLast = settled.isEmpty();
            for (Sharer one : isLast ? open : settled) {
                shares.put(one.who(), Math.round(one.within(part(one, weights, open.size(), left))));
            }
            open.removeAll(isLast ? List.copyOf(open) : settled);
            left -= settled.stream()
                    .mapToDouble(one -> (double) shares.getOrDefault(one.who(), 0L))
                    .sum();
        }
        return shares;
    }

    private static double part(Sharer one, double weights, int count, double minutes) {
        return minutes * (weights == 0 ? 1.0 / count : one.weight() / weights);
    }
}
