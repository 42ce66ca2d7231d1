package dk.grundskema.solver.precheck;

import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** A flow network from people to needs, solved for its maximum flow. */
final class FlowNetwork {
    static final int SOURCE = 0;
    static final int SINK = 1;

    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
            new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private int nodes;

    FlowNetwork() {
        addNode();
        addNode();
    }

    /** Adds a node and returns it. */
    int addNode() {
        graph.addVertex(nodes);
        return nodes++;
    }

    /** Adds an edge with a capacity; ignores a capacity of 0 or less. */
    void addEdge(int from, int to, long capacity) {
        if (capacity > 0) {
            DefaultWeightedEdge edge = graph.addEdge(from, to);
            graph.setEdgeWeight(edge, (double) capacity);
        }
    }

    /** Adds a node and an edge to it with a capacity; returns the node. */
    int addNodeAfter(int from, long capacity) {
        int node = addNode();
        addEdge(from, node, capacity);
        return node;
    }

    /** Returns the maximum flow from {@link #SOURCE} to {@link #SINK}. */
    long maximumFlow() {
        return Math.round(new DinicMFImpl<>(graph).getMaximumFlowValue(SOURCE, SINK));
    }
}
