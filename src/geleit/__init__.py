"""Geleit: the working system of a state's Integrationsmanagement."""
