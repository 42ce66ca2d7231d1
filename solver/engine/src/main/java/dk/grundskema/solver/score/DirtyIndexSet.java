package dk.grundskema.solver.score;

/** A set of marked numbers in the order in which they were first marked. */
final class DirtyIndexSet {
    private final boolean[] marked;
    private final int[] list;
    private int count;

    DirtyIndexSet(int numbers) {
        marked = new boolean[numbers];
        list = new int[numbers];
    }

    void mark(int number) {
        if (!marked[number]) {
            marked[number] = true;
            list[count++] = number;
        }
    }

    int count() {
        return count;
    }

    int get(int place) {
        return list[place];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            marked[list[i]] = false;
        }
        count = 0;
    }
}
