package dk.grundskema.solver.moves;

/**
 * A group to be formed with its own sessions and variable times, which is planned as a whole.
 *
 * @param group index of the group
 * @param grouping position of its grouping
 * @param sessions its sessions, those with the most weeks first
 * @param seats open seats of these sessions, those with the most sessions first
 * @param memberships memberships that may join it, in the grouping's order
 */
record WholeGroup(int group, int grouping, int[] sessions, int[] seats, int[] memberships) {}
