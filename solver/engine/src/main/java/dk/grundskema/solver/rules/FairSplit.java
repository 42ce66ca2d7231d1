package dk.grundskema.solver.rules;

import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides minutes of work in proportion to contracts, within limits: nobody gets less than what is fixed, or more than
 * could be assigned to them. The difference is divided among the others, again by contract. Without binding limits the
 * result is the proportional share.
 */
final class FairSplit {
    /**
     * A person with a share in the work.
     *
     * @param who the staff member
     * @param weight contract hours
     * @param least minutes that the person has in any plan
     * @param most minutes that some plan could assign to the person, not less than {@code least}
     */
    record Sharer(StaffId who, double weight, long least, long most) {
        double clamp(double minutes) {
            return Math.min(Math.max(minutes, (double) least), (double) most);
        }
    }

    private FairSplit() {}

    /** Returns the minutes of each person; their sum is {@code minutes} as far as the limits allow. */
    static Map<StaffId, Long> split(List<Sharer> sharers, long minutes) {
        Map<StaffId, Long> shares = new HashMap<>();
        var open = new ArrayList<>(sharers);
        double left = (double) minutes;
        while (!open.isEmpty()) {
            double weights = open.stream().mapToDouble(Sharer::weight).sum();
            double off = 0;
            for (Sharer one : open) {
                double part = shareOf(one, weights, open.size(), left);
                off += one.clamp(part) - part;
            }
            var settled = new ArrayList<Sharer>();
            for (Sharer one : open) {
                double part = shareOf(one, weights, open.size(), left);
                double its = one.clamp(part) - part;
                if ((off >= 0 && its > 0) || (off <= 0 && its < 0)) {
                    settled.add(one);
                }
            }
            boolean isLast = settled.isEmpty();
            for (Sharer one : isLast ? open : settled) {
                shares.put(one.who(), Math.round(one.clamp(shareOf(one, weights, open.size(), left))));
            }
            open.removeAll(isLast ? List.copyOf(open) : settled);
            left -= settled.stream()
                    .mapToDouble(one -> (double) shares.getOrDefault(one.who(), 0L))
                    .sum();
        }
        return shares;
    }

    private static double shareOf(Sharer one, double weights, int count, double minutes) {
        return minutes * (weights == 0 ? 1.0 / count : one.weight() / weights);
    }
}
