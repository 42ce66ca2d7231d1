package dk.grundskema.solver.moves;

/**
 * A group to be formed that has sessions of its own, whose times aren't settled: it is planned as a whole.
 *
 * @param group       number of the group
 * @param grouping    place of its grouping
 * @param sessions    its sessions, those that are held most often first
 * @param seats       open seats of these sessions, those over most sessions first
 * @param memberships memberships that may join it, in the grouping's order
 */
record WholeGroup(int group, int grouping, int[] sessions, int[] seats, int[] memberships) {}
